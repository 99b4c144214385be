//! wasm-bindgen's glue without what it brings for pages, browsers and modules that are not ours. Another version of
//! wasm-bindgen has other marks; whole, the glue does as well.

/// A piece of the glue: from its beginning up to where the next one begins, and what is there in its place.
struct Cut {
    from: &'static str,
    to: &'static str,
    instead: &'static str,
}

const fn cut(from: &'static str, to: &'static str, instead: &'static str) -> Cut {
    Cut { from, to, instead }
}

const CUTS: &[Cut] = &[
    // It is made once for each instance, and given a module that is compiled already.
    cut("    async function __wbg_load(", "    return Object.assign(__wbg_init, ", INIT),
    cut("{ initSync }, ", "exports", ""),
    // Where it lies is asked for by nobody.
    cut("    let script_src;\n", "    class ", ""),
    // Classes for exports that `build::split` takes out of the module.
    cut("    class IntoUnderlyingByteSource {", "    /**", ""),
    cut("    const IntoUnderlyingByteSourceFinalization", "    const MountedFinalization", ""),
    // Nothing of ours is disposed of by `using`.
    cut("    if (Symbol.dispose) Mounted.", "    exports.", ""),
    // The texts that go into the module are short: one way for all of them weighs less.
    cut("    function passStringToWasm0(", "    function takeFromExternrefTable0(", PASS),
    // For browsers below our floor.
    cut("    if (!('encodeInto' in cachedTextEncoder)) {", "    let WASM_VECTOR_LEN", ""),
    cut("(typeof FinalizationRegistry === 'undefined')", "new ", ""),
    cut("(typeof FinalizationRegistry === 'undefined')", "new ", ""),
];

const INIT: &str = "const __wbg_init = async ({ module_or_path: module }) => \
     __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n";

const PASS: &str = "function passStringToWasm0(text, malloc) { const bytes = cachedTextEncoder.encode(text); \
     const ptr = malloc(bytes.length, 1) >>> 0; getUint8ArrayMemory0().set(bytes, ptr); \
     WASM_VECTOR_LEN = bytes.length; return ptr; }\n";

/// What is left of the glue.
pub(super) fn lean(glue: &str) -> String {
    CUTS.iter().fold(glue.to_owned(), |glue, cut| without(&glue, cut).unwrap_or(glue))
}

fn without(glue: &str, cut: &Cut) -> Option<String> {
    let at = glue.find(cut.from)?;
    let behind = at + cut.from.len();
    let end = behind + glue[behind..].find(cut.to)?;
    Some(format!("{}{}{}", &glue[..at], cut.instead, &glue[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_glue_has_for_others_is_left_out() {
        let glue = "    let script_src;\n    if (a) {}\n    class IntoUnderlyingByteSource {\n    }\n    class \
                    IntoUnderlyingSink {\n    }\n    /** Ours. */\n    class Mounted {}\n    if (Symbol.dispose) \
                    Mounted.x = 1;\n    exports.Mounted = Mounted;\n    const \
                    IntoUnderlyingByteSourceFinalization = 1;\n    const MountedFinalization = (typeof \
                    FinalizationRegistry === 'undefined')\n? {} : new FinalizationRegistry();\n    async function \
                    __wbg_load() {}\n    return Object.assign(__wbg_init, { initSync }, exports);\n";
        let left = format!(
            "    /** Ours. */\n    class Mounted {{}}\n    exports.Mounted = Mounted;\n    const \
             MountedFinalization = new FinalizationRegistry();\n{INIT}    return Object.assign(__wbg_init, \
             exports);\n"
        );
        assert_eq!(lean(glue), left);
    }

    #[test]
    fn another_glue_stays_whole() {
        assert_eq!(lean("let wasm_bindgen = 1;"), "let wasm_bindgen = 1;");
    }
}
