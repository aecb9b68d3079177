package facedepth.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The one line that a person reads about a failure. */
final class ErrorLine {
  private ErrorLine() {}

  /** Never empty, never more than one line. */
  static String of(Throwable failure) {
    return describe(failure).strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static String describe(Throwable failure) {
    if (failure instanceof CommandException mendable) {
      return mendable.line();
    } else if (failure instanceof FileSystemException file) {
      return describe(file);
    } else if (failure instanceof OutOfMemoryError) {
      return "not enough memory; give Java more with FACEDEPTH_JAVA_OPTS=-Xmx4g"
          + ", or use a smaller picture or fewer --threads";
    } else if (failure instanceof UnsatisfiedLinkError
        || failure instanceof NoClassDefFoundError
        || failure instanceof ExceptionInInitializerError) {
      return "a part of the installation could not be loaded (" + summary(failure) + ")";
    } else if (isForPeople(failure)) {
      return failure.getMessage();
    }
    return "unexpected " + summary(failure) + "; --verbose shows where";
  }

  /** Java's own messages for these hold little but the file's name. */
  private static String describe(FileSystemException failure) {
    String file = String.valueOf(failure.getFile());
    if (failure instanceof NoSuchFileException) {
      return file + ": no such file or folder";
    } else if (failure instanceof AccessDeniedException) {
      return file + ": permission denied";
    } else if (failure instanceof NotDirectoryException) {
      return file + ": not a folder";
    } else if (failure instanceof FileAlreadyExistsException) {
      // Whoever throws this with an explanation has put it where Java has the file's name.
      return file.contains(": ") ? file : file + ": is in the way";
    }
    String reason = failure.getReason();
    return file + ": " + (reason == null ? summary(failure) : reason);
  }

  /** The kinds whose messages our modules write to be read by a person. */
  private static boolean isForPeople(Throwable failure) {
    boolean expected =
        failure instanceof IOException || failure instanceof IllegalArgumentException;
    return expected && failure.getMessage() != null && !failure.getMessage().isBlank();
  }

  private static String summary(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    String message = failure.getMessage();
    return message == null || message.isBlank() ? name : name + ": " + message;
  }
}
