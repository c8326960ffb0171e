// For other people's pages: gives each frame of this server the height that it tells. Without it
// the frame keeps the height that its code names.
(function () {
  'use strict';

  var origin = new URL(document.currentScript.src).origin;
  window.addEventListener('message', function (event) {
    var height = event.data && event.data.stadtstandHeight;
    if (event.origin !== origin || typeof height !== 'number') {
      return;
    }
    document.querySelectorAll('iframe').forEach(function (frame) {
      if (frame.contentWindow === event.source) {
        frame.style.height = Math.min(Math.max(height, 80), 5000) + 'px';
      }
    });
  });
})();
