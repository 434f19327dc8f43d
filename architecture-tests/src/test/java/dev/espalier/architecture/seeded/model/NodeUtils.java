package dev.espalier.architecture.seeded.model;

class NodeUtils {}
