// The only script that stands in the pages themselves, allowed by its hash; it may bring others (`strict-dynamic`). By
// `'self'` a frame without an origin could bring none in WebKit.
const { trustedTypes } = window;
const own = { createScriptURL: (url) => url };
const policy = trustedTypes ? trustedTypes.createPolicy("ledgerline", own) : own;
for (const name of NAMES) {
  const script = document.createElement("script");
  script.async = false;
  script.src = policy.createScriptURL(name);
  document.head.append(script);
}
