package dev.espalier.bench.open;

import dev.espalier.bench.array.Waiting;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens with Espalier. */
public final class EspalierOpening implements Opening {
  private static final OpenOptions ALONE =
      OpenOptions.builder().consolidated(OpenOptions.Consolidated.IGNORE).build();
  private static final OpenOptions COPIES =
      OpenOptions.builder().consolidated(OpenOptions.Consolidated.REQUIRE).build();

  /** Elements are not read here. */
  private static final long MEMORY = 1;

  private final Backends backends = Backends.load();
  private final int threads;
  private final ExecutorService executor;
  private final Execution execution;

  /** With so many threads. */
  public EspalierOpening(int threads) {
    this.threads = threads;
    this.executor = Executors.newFixedThreadPool(threads);
    this.execution = new Execution(executor, threads, MEMORY, ProgressListener.none());
  }

  @Override
  public int scan(Path store) {
    try (OpenHierarchy hierarchy = backends.open(Location.of(store), ALONE)) {
      return count(hierarchy.tree(execution));
    }
  }

  @Override
  public int known(Path store, List<String> paths) {
    AtomicInteger found = new AtomicInteger();
    try (OpenHierarchy hierarchy = backends.open(Location.of(store), ALONE)) {
      List<Future<?>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        List<String> own = Parts.of(paths, part, threads);
        parts.add(executor.submit(() -> found.addAndGet(ask(hierarchy, own))));
      }
      parts.forEach(Waiting::on);
    }
    return found.get();
  }

  @Override
  public int consolidated(Path store) {
    try (OpenHierarchy hierarchy = backends.open(Location.of(store), COPIES)) {
      return count(hierarchy.tree());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static int ask(OpenHierarchy hierarchy, List<String> paths) {
    int found = 0;
    for (String path : paths) {
      if (!(hierarchy.node(NodePath.parse("/" + path)) instanceof UnreadableSpec)) {
        found++;
      }
    }
    return found;
  }

  private static int count(NodeSpec tree) {
    AtomicInteger count = new AtomicInteger();
    tree.walk(
        (path, node) -> {
          if (!(node instanceof UnreadableSpec)) {
            count.incrementAndGet();
          }
        });
    return count.get();
  }
}
