// A paired shortcode: the box that keeps room, the tag, and what stands between is the static edition.
export default function (config) {
  config.addPairedShortcode(
    "ledgerline",
    (edition, story, view = "both") => {
      const name = story.split("/").pop().replace(".json", "");
      return `<div class="ledgerline-${name}-${view}">
<ledger-line story="${story}" view="${view}">${edition}</ledger-line>
</div>`;
    },
  );
}
