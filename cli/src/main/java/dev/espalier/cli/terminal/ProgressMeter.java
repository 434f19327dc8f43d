package dev.espalier.cli.terminal;

import dev.espalier.model.path.NodePath;
import dev.espalier.model.work.ProgressListener;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how work goes on, if there is a terminal to show it on. */
public final class ProgressMeter implements ProgressListener, AutoCloseable {
  private static final int COLUMNS = 80;
  private static final int MILLISECONDS = 200;
  private static final long MEBIBYTE = 1L << 20;

  private final Optional<ProgressBar> bar;

  private ProgressMeter(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /** Starts to show a piece of work. */
  public static ProgressMeter start(Terminal terminal, String task, long elementBytes) {
    if (!terminal.showsProgress()) {
      return new ProgressMeter(Optional.empty());
    }
    return new ProgressMeter(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(elementBytes)
                .setUnit(" MiB", MEBIBYTE)
                .setUpdateIntervalMillis(MILLISECONDS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), COLUMNS))
                .clearDisplayOnFinish()
                .build()));
  }

  @Override
  public void advanced(NodePath array, long elementBytes) {
    bar.ifPresent(b -> b.stepBy(elementBytes));
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
