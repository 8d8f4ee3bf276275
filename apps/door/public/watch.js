// biome-ignore-all lint: written for the oldest browsers, which read nothing newer
// biome-ignore-all format: the same
/* For browsers that cannot run this page: they get words instead of an empty screen. */
(function () {
  /* The page holds one line of each language; the whole words come from the page with them, where this browser can. */
  function bring(id, words) {
    try {
      var request = new XMLHttpRequest();
      request.open('GET', '/help.html');
      request.responseType = 'document';
      request.onload = function () {
        var found = request.response && request.response.getElementById(id);
        if (!found) return;
        while (words.firstChild) words.removeChild(words.firstChild);
        for (var part = found.firstChild; part; part = part.nextSibling) words.appendChild(document.importNode(part, true));
      };
      request.send();
    } catch (tooOldForThat) {
      /* The lines lead to the same words. */
    }
  }
  function show(id) {
    var opening = document.getElementById('opening');
    var words = document.getElementById(id);
    // The page has begun: from here on it speaks for itself.
    if (!opening || !words) return;
    opening.parentNode.removeChild(opening);
    words.removeAttribute('hidden');
    if (id === 'too-old') bring(id, words);
  }
  function soon(id) {
    if (document.getElementById(id)) show(id);
    else document.addEventListener('DOMContentLoaded', function () { show(id); });
  }
  window.addEventListener('error', function (event) {
    // A file that did not come has an element; a file that cannot be read has none.
    soon(event.target && event.target.nodeName ? 'not-loaded' : 'too-old');
  }, true);
  // What the page uses from its first step to its last: it must not end in the middle of what somebody has typed.
  var modern = 'noModule' in document.createElement('script') && window.crypto && window.crypto.subtle && window.BigInt && Array.prototype.at && Object.hasOwn;
  if (!modern) soon('too-old');
})();
