// Tells the page around this frame how high it is, so that nothing is cut and nothing scrolls.
(function () {
  'use strict';

  if (window.parent === window) {
    return;
  }
  function tell() {
    var height = Math.ceil(document.body.getBoundingClientRect().height);
    // To any page: a height is no secret, and whose page it is cannot be known.
    window.parent.postMessage({ stadtstandHeight: height }, '*');
  }
  new ResizeObserver(tell).observe(document.body);
  window.addEventListener('load', tell);
})();
