// A paired shortcode: the tag, and what stands between is the static edition.
export default function (config) {
  config.addPairedShortcode(
    "ledgerline",
    (edition, story, view = "both") => `<ledger-line story="${story}" view="${view}">${edition}</ledger-line>`,
  );
}
