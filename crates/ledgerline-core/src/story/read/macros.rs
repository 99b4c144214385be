//! Records and choices: each field and each word is written once, and the type, its reader and its schema follow.

/// A struct of the story file. Every field says whether it is `required` or `optional`, what it is called in the
/// file if not by its own name, and after `as` what its content must look like. Fields `also` in the file but
/// not in the struct name the method that puts them there.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $(#[derive($derive:ident)])?
        pub struct $record:ident {
            $(
                $(#[doc = $doc:literal])+
                $need:ident $field:ident $(($json:literal))? : $type:ty $(as $form:expr)?,
            )+
        }
        $(also {
            $(
                $(#[doc = $also_doc:literal])+
                $also_need:ident $also:ident $(($also_json:literal))? : $also_type:ty $(as $also_form:expr)? => $put:path,
            )+
        })?
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq)]
        $(#[derive($derive)])?
        pub struct $record {
            $($(#[doc = $doc])+ pub $field: $type,)+
        }

        impl $record {
            const FIELDS: &'static [$crate::story::read::Field] = &[
                $(record!(@field [$($doc)+] $need $field [$($json)?] $type [$($form)?]),)+
                $($(record!(@field [$($also_doc)+] $also_need $also [$($also_json)?] $also_type [$($also_form)?]),)+)?
            ];
        }

        impl $crate::story::read::Read for $record {
            fn read<'n>(
                node: &'n $crate::story::json::Node<'n>,
                _: $crate::story::read::Form,
                report: &mut $crate::story::report::Report<'n>,
            ) -> Self {
                let mut fields = $crate::story::read::Fields::of(node, Self::FIELDS, report);
                #[allow(unused_mut, reason = "only records with `also` change it")]
                let mut record = Self { $($field: fields.next(report),)+ };
                $($($put(fields.next::<$also_type>(report), &mut record);)+)?
                record
            }

            fn absent() -> Self {
                Self { $($field: $crate::story::read::Read::absent(),)+ }
            }
        }

        #[cfg(feature = "schema")]
        impl $crate::story::schema::Described for $record {
            fn schema(
                _: $crate::story::read::Form,
                generator: &mut schemars::SchemaGenerator,
            ) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $record {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($record).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::story::schema::record(concat!($($about),+), Self::FIELDS, generator)
            }
        }
    };
    (@field [$($doc:literal)+] $need:ident $field:ident [$($json:literal)?] $type:ty [$($form:expr)?]) => {
        $crate::story::read::Field {
            name: record!(@name $field [$($json)?]),
            required: record!(@$need),
            form: record!(@form $($form)?),
            #[cfg(feature = "schema")]
            doc: concat!($($doc),+),
            #[cfg(feature = "schema")]
            schema: $crate::story::schema::of::<$type>,
        }
    };
    (@name $field:ident []) => { stringify!($field) };
    (@name $field:ident [$json:literal]) => { $json };
    (@required) => { true };
    (@optional) => { false };
    (@form) => { $crate::story::read::Form::Plain };
    (@form $form:expr) => { $form };
}

/// An enum whose values are words in the file.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        $(#[derive($derive:ident)])?
        pub enum $choice:ident {
            $($(#[doc = $doc:literal])+ $(#[$default:ident])? $value:ident = $word:literal,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $(#[derive($derive)])?
        pub enum $choice {
            $($(#[doc = $doc])+ $(#[$default])? $value,)+
        }

        impl $choice {
            /// All values, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];
            /// Their words, in the same order.
            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands for it in the file.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }

        impl $crate::story::read::Read for $choice {
            fn read<'n>(
                node: &'n $crate::story::json::Node<'n>,
                _: $crate::story::read::Form,
                report: &mut $crate::story::report::Report<'n>,
            ) -> Self {
                let word = $crate::story::read::word(node, Self::WORDS, report);
                Self::ALL.get(word).copied().unwrap_or(Self::ALL[0])
            }

            fn absent() -> Self {
                Self::ALL[0]
            }
        }

        #[cfg(feature = "schema")]
        impl $crate::story::schema::Described for $choice {
            fn schema(
                _: $crate::story::read::Form,
                generator: &mut schemars::SchemaGenerator,
            ) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $choice {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($choice).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let words = [$(($word, concat!($($doc),+))),+];
                $crate::story::schema::choice(concat!($($about),+), &words)
            }
        }
    };
}

pub(in super::super) use {choices, record};
