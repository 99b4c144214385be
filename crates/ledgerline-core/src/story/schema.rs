//! The JSON Schema (2020-12) of the story file, made from the same lists of fields that the reader uses.

mod types;

use super::Story;
use super::read::{Field, Form};
use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// A type that can stand in a field.
pub(super) trait Described {
    /// Its schema where the content has this form.
    fn schema(form: Form, generator: &mut SchemaGenerator) -> Schema;
}

/// The schema of a story file. What the reader warns of (unknown fields) is not valid by it, nor is what the reader
/// refuses, as far as a schema can say it.
pub fn schema() -> Value {
    let root = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Story>();
    let mut schema = root.to_value();
    schema["title"] = json!("A Ledgerline story");
    // The order must not depend on how some other crate has serde_json built.
    schema.sort_all_objects();
    schema
}

/// The schema of a type, for lists of fields.
pub(super) fn of<T: Described>(form: Form, generator: &mut SchemaGenerator) -> Schema {
    T::schema(form, generator)
}

/// An object with these fields and no others.
pub(super) fn record(about: &str, fields: &[Field], generator: &mut SchemaGenerator) -> Schema {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = (field.schema)(field.form, generator);
        schema.insert("description".into(), tidy(field.doc).into());
        properties.insert(field.name.into(), schema.to_value());
    }
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    json_schema!({
        "description": tidy(about),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// One of a few words, each with its meaning.
pub(super) fn choice(about: &str, words: &[(&str, &str)]) -> Schema {
    let words: Vec<Value> =
        words.iter().map(|(word, meaning)| json!({ "const": word, "description": tidy(meaning) })).collect();
    json_schema!({ "description": tidy(about), "oneOf": words })
}

/// A doc comment without the space that each line begins with.
fn tidy(doc: &str) -> &str {
    doc.trim()
}
