package dev.espalier.bench.open;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.espalier.bench.array.Waiting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What opening cannot do without, and nothing else: groups are listed, documents read and gone
 * through token by token. Consolidated metadata is gone through in the same way, or made a tree of
 * Jackson's.
 */
public final class BareOpening implements Opening {
  private static final String DOCUMENT = "zarr.json";
  private static final int DEPTH_OF_A_COPY = 3;

  private final int threads;
  private final boolean tree;
  private final ExecutorService executor;
  private final List<Documents> documents = new ArrayList<>();
  private final JsonFactory json = new JsonFactory();
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * With so many threads.
   *
   * @param tree whether consolidated metadata is made a tree
   */
  public BareOpening(int threads, boolean tree) {
    this.threads = threads;
    this.tree = tree;
    this.executor = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < threads; i++) {
      documents.add(new Documents());
    }
  }

  /** One level of the tree after the other. */
  @Override
  public int scan(Path store) throws IOException {
    int found = 0;
    List<File> level = List.of(store.toFile());
    while (!level.isEmpty()) {
      List<File> here = level;
      List<List<File>> below = new ArrayList<>();
      AtomicInteger count = new AtomicInteger();
      together(
          part -> {
            List<File> members = new ArrayList<>();
            for (File directory : Parts.of(here, part, threads)) {
              count.addAndGet(look(documents.get(part), directory, members));
            }
            synchronized (below) {
              below.add(members);
            }
            return true;
          });
      found += count.get();
      level = below.stream().flatMap(List::stream).toList();
    }
    return found;
  }

  /** Reads the document of a directory, and lists it if that is a group's. */
  private static int look(Documents documents, File directory, List<File> members)
      throws IOException {
    if (documents.isGroup(new File(directory, DOCUMENT))) {
      String[] names = directory.list();
      if (names == null) {
        throw new IOException("cannot list " + directory);
      }
      for (String name : names) {
        if (!name.equals(DOCUMENT)) {
          members.add(new File(directory, name));
        }
      }
    }
    return 1;
  }

  @Override
  public int known(Path store, List<String> paths) {
    AtomicInteger found = new AtomicInteger();
    File root = store.toFile();
    together(
        part -> {
          for (String path : Parts.of(paths, part, threads)) {
            documents.get(part).isGroup(new File(new File(root, path), DOCUMENT));
            found.incrementAndGet();
          }
          return true;
        });
    return found.get();
  }

  @Override
  public int consolidated(Path store) throws IOException {
    Documents only = documents.get(0);
    only.read(store.resolve(DOCUMENT).toFile());
    if (tree) {
      JsonNode root = mapper.readTree(only.room(), 0, only.length());
      return 1 + root.path("consolidated_metadata").path("metadata").size();
    }
    return 1 + copies(only);
  }

  private int copies(Documents document) throws IOException {
    int depth = 0;
    int found = 0;
    boolean inside = false;
    try (JsonParser parser = json.createParser(document.room(), 0, document.length())) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.FIELD_NAME) {
          if (depth == 1) {
            inside = parser.currentName().equals("consolidated_metadata");
          } else if (depth == DEPTH_OF_A_COPY && inside) {
            found++;
          }
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private interface Part {
    boolean run(int part) throws IOException;
  }

  private void together(Part work) {
    List<Future<?>> parts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int part = i;
      Callable<Boolean> task = () -> work.run(part);
      parts.add(executor.submit(task));
    }
    parts.forEach(Waiting::on);
  }
}
