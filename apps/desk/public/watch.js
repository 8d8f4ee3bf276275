// biome-ignore-all lint: written for the oldest browsers, which read nothing newer
// biome-ignore-all format: the same
/* For browsers that cannot run this page: they get words instead of an empty screen. */
(function () {
  function show() {
    var root = document.getElementById('root');
    var words = document.getElementById('too-old');
    // The desk has begun: from here on it speaks for itself.
    if (!root || !words || root.firstChild) return;
    words.removeAttribute('hidden');
  }
  function soon() {
    if (document.getElementById('too-old')) show();
    else document.addEventListener('DOMContentLoaded', show);
  }
  window.addEventListener('error', function (event) {
    // A file that did not come has an element; a script that this browser cannot read or run has none.
    if (!(event.target && event.target.nodeName)) soon();
  }, true);
  var modern = 'noModule' in document.createElement('script') && window.crypto && window.crypto.subtle && window.BigInt && window.Worker && window.structuredClone && Array.prototype.toSorted && Array.prototype.findLast && Object.hasOwn;
  if (!modern) {
    // main.tsx then begins nothing.
    document.documentElement.setAttribute('data-too-old', '');
    soon();
  }
})();
