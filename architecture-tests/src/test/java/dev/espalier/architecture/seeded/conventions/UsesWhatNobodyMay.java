package dev.espalier.architecture.seeded.conventions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class UsesWhatNobodyMay {
  Logger logger = LoggerFactory.getLogger("conventions");
}
