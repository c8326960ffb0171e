// Takes the answer to what stands in the editor away: as a file, a link, a citation, or as lines to
// run elsewhere. The link carries the question itself, so that nothing is stored unless it is long.
(function () {
  'use strict';

  var LONGEST = 2000;
  var root = document.getElementById('graphiql');
  var links = root.dataset.links;
  var list = document.querySelector('.desk .takeaway');
  var dialog = document.querySelector('.taken');
  var title = dialog.querySelector('h2');
  var text = dialog.querySelector('pre');
  var status = dialog.querySelector('[role=status]');
  var open = dialog.querySelector('[data-do=open]');

  function carried(question) {
    var stream = new Blob([JSON.stringify(question)])
      .stream()
      .pipeThrough(new CompressionStream('deflate'));
    return new Response(stream).arrayBuffer().then(function (bytes) {
      var letters = Array.from(new Uint8Array(bytes), function (byte) {
        return String.fromCharCode(byte);
      });
      return (
        '~' + btoa(letters.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
      );
    });
  }

  function stored(question) {
    return ask(links, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
    }).then(function (body) {
      return JSON.parse(body).id;
    });
  }

  function name() {
    var question;
    try {
      question = root.question();
    } catch (mistake) {
      return Promise.reject(new Error('Variablen / Variables: ' + mistake.message));
    }
    return carried(question).then(function (short) {
      return short.length > LONGEST ? stored(question) : short;
    });
  }

  // The body as text; an error with the server's own sentence otherwise.
  function ask(address, options) {
    return fetch(address, options).then(function (response) {
      return response.text().then(function (body) {
        var errors;
        try {
          errors = JSON.parse(body).errors;
        } catch (notJson) {
          errors = response.ok ? null : [{ message: 'HTTP ' + response.status }];
        }
        if (errors) {
          var hint = errors[0].extensions && errors[0].extensions.hint;
          throw new Error(errors[0].message + (hint ? ' ' + hint : ''));
        }
        return body;
      });
    });
  }

  function show(heading, body, address) {
    title.textContent = heading;
    text.textContent = body;
    status.textContent = '';
    open.hidden = !address;
    open.href = address || '#';
    if (!dialog.open) {
      dialog.showModal();
    }
  }

  function file(address) {
    // Asked first, so that a refusal is told here and not saved as a file.
    return fetch(address, { method: 'HEAD' }).then(function (response) {
      return response.ok ? void (location.href = address) : ask(address);
    });
  }

  function take(kind, heading) {
    return name().then(function (found) {
      var address = links + '/' + found;
      if (kind === 'xlsx' || kind === 'csv') {
        return file(address + '.' + kind);
      }
      if (kind === 'link') {
        return ask(address + '.json').then(function (body) {
          var link = (JSON.parse(body).extensions || {}).permanentLink;
          if (!link) {
            throw new Error('Diese Antwort hat keinen Link. This answer has no link.');
          }
          var whole = new URL(link, location.href).href;
          show(heading, whole, whole);
        });
      }
      return ask(address + '.' + kind).then(function (body) {
        show(heading, body, address + '.' + kind);
      });
    });
  }

  list.hidden = false;
  list.addEventListener('click', function (event) {
    var button = event.target.closest('[data-take]');
    if (button) {
      var heading = button.firstChild.textContent.trim();
      take(button.dataset.take, heading).catch(function (mistake) {
        show(heading, mistake.message, null);
      });
    }
  });
  dialog.addEventListener('click', function (event) {
    var button = event.target.closest('[data-do]');
    if (button && button.dataset.do === 'close') {
      dialog.close();
    }
    if (button && button.dataset.do === 'copy') {
      navigator.clipboard.writeText(text.textContent).then(
        function () {
          status.textContent = 'Kopiert. Copied.';
        },
        function () {
          status.textContent = 'Bitte von Hand kopieren. Please copy by hand.';
        },
      );
    }
  });
})();
