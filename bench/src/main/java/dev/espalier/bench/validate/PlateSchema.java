package dev.espalier.bench.validate;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.matching;
import static dev.espalier.model.declare.Declare.number;
import static dev.espalier.model.declare.Declare.object;
import static dev.espalier.model.declare.Declare.optional;
import static dev.espalier.model.declare.Declare.recommended;
import static dev.espalier.model.declare.Declare.required;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;

import dev.espalier.model.declare.NodeDeclaration;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.ValueSchema;

/** What the plate has to be: types, values, patterns, references, dimensions and cardinalities. */
final class PlateSchema {
  private PlateSchema() {}

  static Schema build() {
    ValueSchema version = string().oneOf("0.5");
    ValueSchema axis =
        object(
            required("name", string()),
            recommended("type", string().oneOf("space", "time", "channel")),
            optional("unit", string()));
    ValueSchema scale =
        object(
            required("type", string().oneOf("scale", "translation")),
            optional("scale", list(number().above(0)).sized(2, 5)),
            optional("translation", list(number()).sized(2, 5)));
    ValueSchema dataset =
        object(
            required("path", string().referringTo("level")),
            required("coordinateTransformations", list(scale).sized(1)));
    ValueSchema multiscale =
        object(
            recommended("name", string()),
            required("axes", list(axis).sized(2, 5).distinct()),
            required("datasets", list(dataset).sized(1)));
    ValueSchema name = object(required("name", string().matching("[A-Za-z0-9]+", "a name")));
    ValueSchema well =
        object(
            required("path", string().matching("[A-Za-z0-9]+/[A-Za-z0-9]+", "row/column")),
            required("rowIndex", integer().atLeast(0)),
            required("columnIndex", integer().atLeast(0)));
    ValueSchema plate =
        object(
            required("rows", list(name).sized(1).distinct()),
            required("columns", list(name).sized(1).distinct()),
            required("wells", list(well).sized(1)));
    ValueSchema image = object(required("path", string()), optional("acquisition", integer()));
    return convention("bench:plate", "0.5")
        .root(
            group()
                .attribute("ome", object(required("version", version), required("plate", plate)))
                .members(
                    1,
                    matching("[A-Z]+"),
                    group()
                        .members(
                            1,
                            template("{n}"),
                            () ->
                                group()
                                    .attribute(
                                        "ome",
                                        object(
                                            required("version", version),
                                            required(
                                                "well",
                                                object(required("images", list(image).sized(1))))))
                                    .members(
                                        1,
                                        template("{n}"),
                                        () ->
                                            group()
                                                .attribute(
                                                    "ome",
                                                    object(
                                                        required("version", version),
                                                        required(
                                                            "multiscales",
                                                            list(multiscale).sized(1))))
                                                .sameDataType("{n}")
                                                .members(1, template("{n}"), levelArray())
                                                .toSchema())
                                    .toSchema())))
        .define("level", levelArray())
        .build();
  }

  private static NodeDeclaration levelArray() {
    return array().types("integer", "float").dimensions("c", "*", "*");
  }
}
