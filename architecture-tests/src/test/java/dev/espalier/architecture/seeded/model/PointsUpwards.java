package dev.espalier.architecture.seeded.model;

import dev.espalier.architecture.seeded.json.Text;

class PointsUpwards {
  Text text = new Text();
}
