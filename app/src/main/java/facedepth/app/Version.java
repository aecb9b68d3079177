package facedepth.app;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the program's jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"facedepth " + (version == null ? "(not packaged)" : version)};
  }
}
