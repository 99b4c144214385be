// The only script that stands in the pages themselves, allowed by its hash; it may bring others (`strict-dynamic`). By
// `'self'` a frame without an origin could bring none in WebKit.
// The scripts' addresses have the build in them: WebKit would otherwise take one that it has from the build before, past
// the worker, which answers for the same file under any query.
const { trustedTypes } = window;
const { build, home } = document.documentElement.dataset;
const own = { createScriptURL: (url) => url };
const policy = trustedTypes ? trustedTypes.createPolicy("ledgerline", own) : own;
for (const name of NAMES) {
  const script = document.createElement("script");
  script.async = false;
  script.src = policy.createScriptURL(`${home}${name}?${build}`);
  document.head.append(script);
}
