//! What each type of the story file looks like in JSON.

use super::super::read::{Form, Prices, SchemaAddress, Version};
use super::super::report::Kind;
use super::super::{Lever, Map, Says};
use super::{Described, record};
use crate::amount::{Decimal, Money};
use crate::date::Edtf;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

const YEAR: &str = "^-?[0-9]{4}$";
const SERIES_ID: &str = "^[a-z][a-z0-9_]{0,79}$";
const ID: &str = "^[A-Za-z0-9][A-Za-z0-9_.+-]{0,79}$";

fn id_pattern(kind: Kind) -> &'static str {
    if kind == Kind::Series { SERIES_ID } else { ID }
}

impl Described for String {
    fn schema(form: Form, _: &mut SchemaGenerator) -> Schema {
        match form {
            Form::Id(kind) | Form::Ref(kind) => json_schema!({ "type": "string", "pattern": id_pattern(kind) }),
            Form::RefOr(kind, words) => {
                json_schema!({ "anyOf": [{ "enum": words }, { "type": "string", "pattern": id_pattern(kind) }] })
            }
            Form::OneOf(words) => json_schema!({ "enum": words }),
            Form::Link => json_schema!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://" }),
            Form::SecureLink => json_schema!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]://" }),
            Form::Language => {
                json_schema!({ "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" })
            }
            Form::Currency => json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$" }),
            Form::Prices => json_schema!({ "anyOf": [{ "const": "current" }, { "type": "string", "pattern": YEAR }] }),
            Form::Plain | Form::Markup | Form::Named(_) | Form::OneOrMany => json_schema!({ "type": "string" }),
        }
    }
}

impl<T: Described> Described for Option<T> {
    fn schema(form: Form, generator: &mut SchemaGenerator) -> Schema {
        let some = T::schema(form, generator);
        match some.get("type").and_then(Value::as_str) {
            Some(name) => {
                let types = json!([name, "null"]);
                let mut schema = some;
                schema.insert("type".into(), types);
                schema
            }
            None => json_schema!({ "anyOf": [some, { "type": "null" }] }),
        }
    }
}

impl<T: Described> Described for Vec<T> {
    fn schema(form: Form, generator: &mut SchemaGenerator) -> Schema {
        let item = T::schema(form, generator);
        let list = json_schema!({ "type": "array", "items": item.clone() });
        if form == Form::OneOrMany { json_schema!({ "anyOf": [item, list] }) } else { list }
    }
}

impl<T: Described> Described for Map<T> {
    fn schema(form: Form, generator: &mut SchemaGenerator) -> Schema {
        let pattern = if let Form::Named(kind) = form { id_pattern(kind) } else { ID };
        let thing = T::schema(Form::Plain, generator);
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": pattern },
            "additionalProperties": thing,
        })
    }
}

impl Described for Vec<(i32, Decimal)> {
    fn schema(form: Form, generator: &mut SchemaGenerator) -> Schema {
        let number = Decimal::schema(form, generator);
        json_schema!({ "type": "object", "propertyNames": { "pattern": YEAR }, "additionalProperties": number })
    }
}

impl Described for Vec<(String, Lever)> {
    fn schema(_: Form, generator: &mut SchemaGenerator) -> Schema {
        let once = record("An amount once, in a year.", Lever::ONCE, generator);
        json_schema!({
            "type": "object",
            "patternProperties": {
                "^[a-z][a-z0-9_]*\\.(growth|extra|base)$": { "type": "number" },
                "^[a-z][a-z0-9_]*\\.once$": once,
            },
            "additionalProperties": false,
        })
    }
}

/// Types whose schema is one short object.
macro_rules! described {
    ($($type:ty => $schema:tt,)+) => {
        $(impl Described for $type {
            fn schema(_: Form, _: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

described! {
    bool => { "type": "boolean" },
    u8 => { "type": "integer", "minimum": 1, "maximum": 5, "default": 3 },
    u32 => { "type": "integer", "minimum": 1, "maximum": 100_000 },
    i32 => { "type": "string", "pattern": YEAR },
    Decimal => { "type": "number" },
    Money => { "type": "string", "pattern": "^[A-Z]{3}( (k|m|bn))?$" },
    Says => { "type": ["string", "null"] },
    Version => { "const": 1 },
    SchemaAddress => { "type": "string" },
    Prices => { "anyOf": [{ "const": "current" }, { "type": "string", "pattern": YEAR }, { "type": "integer" }] },
}

impl Described for Edtf {
    fn schema(_: Form, generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<Self>()
    }
}

impl JsonSchema for Edtf {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let long = "Y-?[1-9][0-9]{4,8}";
        let (month, day) = ("(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])");
        let exact = format!("({long}|-?[0-9]{{4}}(-({month}(-{day})?|2[1-4]))?)[~?%]?");
        let vague = format!("-?([0-9]{{3}}X|[0-9]{{2}}XX|[0-9]{{4}}-(XX(-XX)?|{month}-XX))[~?%]?");
        json_schema!({
            "description": "A date in EDTF (ISO 8601-2:2019), levels 0 and 1 without times of day.",
            "type": "string",
            "pattern": format!("^({exact}|{vague}|({exact}|\\.\\.)/({exact}|\\.\\.)?|/{exact})$"),
            "examples": ["2014", "2014-03-21", "2014-03-21/2014-03-22", "1948/..", "199X", "1950~", "-0043", "2014-21"],
        })
    }
}
