// The later half of the module cannot be had until the network is back.
{
  const { fetch } = window;
  window.fetch = (address, ...more) =>
    !record.back && String(address).includes("-later-") ? Promise.reject(new TypeError("a test")) : fetch(address, ...more);
}
