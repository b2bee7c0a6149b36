package org.ichido.spi;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine's files, with a record of what changes or secures them, in its order. The digits of a
 * draft's name are recorded as {@code #}. Fails on demand, as a full disk does. For one thread.
 */
public final class RecordedFiles extends FileSystemProvider {
  /** What happened, as {@code force /a/file}. */
  final List<String> record = new ArrayList<>();

  /** What shall fail, as the record would have it. */
  public String failing = "";

  /** How that begins which this file system lacks. */
  String lacking = "nothing";

  private final FileSystem machine = FileSystems.getDefault();
  private final FileSystemProvider files = machine.provider();
  private final FileSystem system = new RecordedFileSystem(this);

  /** The same file, whose changes are recorded. */
  public Path path(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            Path.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getFileSystem")) {
                return system;
              }
              Object[] reals =
                  arguments == null
                      ? null
                      : Arrays.stream(arguments)
                          .map(a -> Proxy.isProxyClass(a.getClass()) ? real((Path) a) : a)
                          .toArray();
              try {
                Object result = method.invoke(real, reals);
                return result instanceof Path path ? path(path) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Path real(Path path) {
    return machine.getPath(path.toString());
  }

  void happens(String what) throws IOException {
    String event = what.replaceAll("\\d+\\.new", "#.new");
    if (event.startsWith(lacking)) {
      throw new UnsupportedOperationException(event);
    }
    if (event.equals(failing)) {
      throw new IOException("no space left");
    }
    record.add(event);
  }

  @SuppressWarnings("unchecked") // the only attribute there is
  private static String permissions(FileAttribute<?>... attributes) {
    return PosixFilePermissions.toString((Set<PosixFilePermission>) attributes[0].value());
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    happens("create " + directory + " " + permissions(attributes));
    files.createDirectory(real(directory), attributes);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    boolean made = options.contains(StandardOpenOption.CREATE_NEW);
    happens(made ? "create " + path + " " + permissions(attributes) : "open " + path);
    return files.newByteChannel(real(path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new RecordedChannel(
        this, path.toString(), files.newFileChannel(real(path), options, attributes));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    happens("link " + existing);
    files.createLink(real(link), real(existing));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    happens("move " + source + " to " + target);
    files.move(real(source), real(target), options);
  }

  @Override
  public void delete(Path path) throws IOException {
    happens("delete " + path);
    files.delete(real(path));
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    happens("delete " + path);
    return files.deleteIfExists(real(path));
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (type == PosixFileAttributes.class) {
      happens("permissions " + path);
    }
    return files.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return files.readAttributes(real(path), names, options);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return files.getFileAttributeView(real(path), type, options);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    if (List.of(modes).contains(AccessMode.WRITE) && failing.equals("write into " + path)) {
      throw new AccessDeniedException(path.toString());
    }
    files.checkAccess(real(path), modes);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return files.isSameFile(real(one), real(other));
  }

  @Override
  public String getScheme() {
    return "recorded";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new AssertionError(uri);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new AssertionError(uri);
  }

  @Override
  public Path getPath(URI uri) {
    throw new AssertionError(uri);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) {
    throw new AssertionError(directory);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new AssertionError(source);
  }

  @Override
  public boolean isHidden(Path path) {
    throw new AssertionError(path);
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new AssertionError(path);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new AssertionError(path);
  }
}
