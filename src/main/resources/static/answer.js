// Copies what is to be taken away. Without it the page has all the same: links are links, and
// lines can be selected.
(function () {
  'use strict';

  function say(element, text) {
    var said = document.createElement('span');
    said.className = 'said';
    said.setAttribute('role', 'status');
    element.after(said);
    said.textContent = text;
    setTimeout(function () {
      said.remove();
    }, 4000);
  }

  function copy(text, element) {
    navigator.clipboard.writeText(text).then(
      function () {
        say(element, document.documentElement.lang === 'de' ? ' kopiert' : ' copied');
      },
      function () {
        // A frame of another page may not let us: then the link is followed, and the text marked.
        if (element.href) {
          location.href = element.href;
        }
      },
    );
  }

  // A question that its link carries can be kept by the server, so that its link is short.
  document.querySelectorAll('[data-short]').forEach(function (button) {
    button.parentElement.hidden = false;
    button.addEventListener('click', function () {
      var variables = document.querySelector('[data-variables]');
      fetch(button.dataset.short, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          query: document.querySelector('[data-document]').textContent,
          variables: variables ? JSON.parse(variables.textContent) : {},
        }),
      })
        .then(function (response) {
          return response.ok ? response.json() : Promise.reject(new Error(response.status));
        })
        .then(
          function (stored) {
            var link = document.createElement('a');
            link.href = stored.link + button.dataset.state;
            link.textContent = link.href;
            button.replaceWith(link);
          },
          function (mistake) {
            say(button, ' ' + mistake.message);
          },
        );
    });
  });

  if (!navigator.clipboard) {
    return;
  }
  document.querySelectorAll('[data-copy-link]').forEach(function (link) {
    link.addEventListener('click', function (event) {
      event.preventDefault();
      copy(link.href, link);
    });
  });
  document.querySelectorAll('.snippet pre').forEach(function (lines) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = document.documentElement.lang === 'de' ? 'Kopieren' : 'Copy';
    button.addEventListener('click', function () {
      copy(lines.innerText, button);
    });
    lines.after(button);
  });
})();
