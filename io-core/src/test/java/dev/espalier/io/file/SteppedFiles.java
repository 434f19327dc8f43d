package dev.espalier.io.file;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that are there, as somebody sees them who may be held up or killed before each step: at
 * each time that the file system is asked for something.
 */
final class SteppedFiles extends FileSystemProvider {
  private final FileSystemProvider real;
  private final SteppedSystem system;
  private final Steps steps;

  /** What happens before steps. */
  interface Steps {
    /** Before a step that changes nothing. */
    default void beforeLook() {}

    /** Before a step that may change something. */
    default void beforeChange() {}

    /** Before something is moved from a path, after {@link #beforeChange}. */
    default void beforeMove(Path from) {}

    /** Before links are followed to where a path leads, after {@link #beforeLook}. */
    default void beforeRealPath(Path path) {}

    /** Before the next name in a directory that is being listed. */
    default void beforeNextName() {}
  }

  private SteppedFiles(FileSystem real, Steps steps) {
    this.real = real.provider();
    this.system = new SteppedSystem(real);
    this.steps = steps;
  }

  /** The same path, with something to do before each step. */
  static Path stepped(Path path, Steps steps) {
    return new SteppedFiles(path.getFileSystem(), steps).wrapped(path);
  }

  private FileSystemProvider step() {
    steps.beforeLook();
    return real;
  }

  private FileSystemProvider change() {
    steps.beforeChange();
    return real;
  }

  private FileSystemProvider open(Set<? extends OpenOption> options) {
    return options.contains(StandardOpenOption.WRITE) ? change() : step();
  }

  private Path wrapped(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            SteppedFiles.class.getClassLoader(),
            new Class<?>[] {Path.class},
            new SteppedPath(path));
  }

  private static Path plain(Path path) {
    return (Path) unwrapped(path);
  }

  private static Object unwrapped(Object value) {
    return Proxy.isProxyClass(value.getClass())
            && Proxy.getInvocationHandler(value) instanceof SteppedPath stepped
        ? stepped.path
        : value;
  }

  private final class SteppedPath implements InvocationHandler {
    private final Path path;

    SteppedPath(Path path) {
      this.path = path;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("getFileSystem")) {
        return system;
      }
      if (method.getName().equals("toRealPath")) {
        step();
        steps.beforeRealPath(path);
      }
      Object[] plain = arguments == null ? new Object[0] : arguments.clone();
      for (int i = 0; i < plain.length; i++) {
        plain[i] = unwrapped(plain[i]);
      }
      try {
        Object result = method.invoke(path, plain);
        return result instanceof Path found ? wrapped(found) : result;
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    }
  }

  @Override
  public String getScheme() {
    return real.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return wrapped(real.getPath(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return open(options).newByteChannel(plain(path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return open(options).newFileChannel(plain(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> stream = step().newDirectoryStream(plain(directory), filter);
    Iterator<Path> children = stream.iterator();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            steps.beforeNextName();
            return children.hasNext();
          }

          @Override
          public Path next() {
            return wrapped(children.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    change().createDirectory(plain(directory), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    change().delete(plain(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    change().copy(plain(source), plain(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    FileSystemProvider files = change();
    steps.beforeMove(plain(source));
    files.move(plain(source), plain(target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return step().isSameFile(plain(path), plain(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return step().isHidden(plain(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return step().getFileStore(plain(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    step().checkAccess(plain(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return step().getFileAttributeView(plain(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return step().readAttributes(plain(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return step().readAttributes(plain(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    change().setAttribute(plain(path), attribute, value, options);
  }

  private final class SteppedSystem extends FileSystem {
    private final FileSystem real;

    SteppedSystem(FileSystem real) {
      this.real = real;
    }

    @Override
    public FileSystemProvider provider() {
      return SteppedFiles.this;
    }

    @Override
    public void close() throws IOException {
      real.close();
    }

    @Override
    public boolean isOpen() {
      return real.isOpen();
    }

    @Override
    public boolean isReadOnly() {
      return real.isReadOnly();
    }

    @Override
    public String getSeparator() {
      return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrapped(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return real.newWatchService();
    }
  }
}
