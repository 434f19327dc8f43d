package dev.espalier.architecture.seeded.hdf5;

import java.util.logging.Logger;

class LogsByItself {
  void log() {
    Logger.getLogger("hdf5").info("logged");
  }
}
