package facedepth.app;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Hands the root command to every command that wants to speak or to know about {@code --verbose}.
 */
record CommandFactory(FacedepthCommand root) implements IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (Subcommand.class.isAssignableFrom(type)) {
      return type.getDeclaredConstructor(FacedepthCommand.class).newInstance(root);
    }
    return CommandLine.defaultFactory().create(type);
  }
}
