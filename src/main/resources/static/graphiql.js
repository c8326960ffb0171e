// Starts GraphiQL and keeps it and the address in step: the question stands behind the #, so that
// an example is a plain link, and what has been typed can be sent to others as one.
(function () {
  'use strict';

  var root = document.getElementById('graphiql');
  var examples = Array.from(document.querySelectorAll('.examples li a'));
  var app = ReactDOM.createRoot(root);
  var ask = GraphiQL.createFetcher({ url: root.dataset.endpoint });
  // What GraphiQL told of its editors; they come some time after the page.
  var editors = null;
  // The part of the address that the page has shown or written itself.
  var opened = '';
  // The question that the page has chosen itself, to be answered as soon as it can be.
  var first = '';

  // GraphiQL itself listens over WebSockets only, with a client that would have to be loaded, too.
  function fetcher(params, options) {
    var document = options && options.documentAST;
    var listens =
      document &&
      document.definitions.some(function (each) {
        return (
          each.operation === 'subscription' &&
          (!params.operationName || (each.name && each.name.value === params.operationName))
        );
      });
    return listens ? events(params) : ask(params, options);
  }

  async function* events(params) {
    var abort = new AbortController();
    try {
      var response = await fetch(root.dataset.endpoint, {
        method: 'POST',
        headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
        body: JSON.stringify(params),
        signal: abort.signal,
      });
      if (!response.ok) {
        yield await response.json();
        return;
      }
      var reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      var text = '';
      for (var part = await reader.read(); !part.done; part = await reader.read()) {
        text += part.value;
        var whole = text.split('\n\n');
        text = whole.pop();
        for (var event of whole) {
          var data = /^data: (\{.*)$/m.exec(event);
          if (data) {
            yield JSON.parse(data[1]);
          }
        }
      }
    } finally {
      // GraphiQL stops to listen when its reader presses stop, or asks something else.
      abort.abort();
    }
  }

  function asked(hash) {
    var given = new URLSearchParams(hash.replace(/^#/, ''));
    return { query: given.get('query') || '', variables: given.get('variables') || '' };
  }

  function mark() {
    var query = asked(location.hash).query;
    examples.forEach(function (link) {
      if (query && asked(link.hash).query === query) {
        link.setAttribute('aria-current', 'true');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  // Called a moment after each change of the editor, by which time the reader may have chosen an
  // example that has not been opened yet: writing the old question back would lose that choice.
  function remember(query) {
    if (location.hash !== opened) {
      return;
    }
    var hash = '#query=' + encodeURIComponent(query || '');
    var variables = asked(location.hash).variables;
    if (variables) {
      hash += '&variables=' + encodeURIComponent(variables);
    }
    history.replaceState(null, '', hash);
    opened = location.hash;
    mark();
  }

  function render() {
    var given = asked(location.hash);
    app.render(
      React.createElement(GraphiQL, {
        fetcher: fetcher,
        query: given.query,
        variables: given.variables,
        onEditQuery: remember,
        shouldPersistHeaders: false,
        toolbar: { additionalComponent: AddressBar },
        // Beside it there is room for question and answer only on a wide screen.
        visiblePlugin: window.innerWidth < 1600 ? undefined : GraphiQL.React.DOC_EXPLORER_PLUGIN,
      }),
    );
  }

  function open() {
    var given = asked(location.hash);
    var query = editors && editors.queryEditor;
    var variables = editors && editors.variableEditor;
    opened = location.hash;
    if (given.query && (!query || !variables)) {
      // An editor that is still to come begins with what GraphiQL was given last.
      render();
    }
    if (query && given.query && given.query !== query.getValue()) {
      query.setValue(given.query);
      // Else the name of the last operation is sent until GraphiQL has read the new document.
      query.operationName = null;
      if (variables) {
        variables.setValue(given.variables);
      }
    }
    mark();
  }

  // Shows nothing: it is the one place from which GraphiQL lets the page reach its editors.
  function AddressBar() {
    var context = GraphiQL.React.useEditorContext({ nonNull: true });
    var execution = GraphiQL.React.useExecutionContext({ nonNull: true });
    // Not before GraphiQL, too, has taken note of a new editor: it fills it with what it was given.
    React.useEffect(function () {
      editors = context;
      if (context.queryEditor) {
        // A long line is read to its end without a mouse.
        context.queryEditor.setOption('lineWrapping', true);
      }
      if (first && first === location.hash && context.queryEditor && context.responseEditor) {
        first = '';
        execution.run();
      }
    });
    return null;
  }

  // For what is taken away: the question as it stands in the editor now.
  root.question = function () {
    var given = asked(location.hash);
    var query = editors && editors.queryEditor;
    var variables = editors && editors.variableEditor;
    var values = (variables ? variables.getValue() : given.variables).trim();
    return {
      query: query ? query.getValue() : given.query,
      variables: values ? JSON.parse(values) : {},
      operationName: (query && query.operationName) || null,
    };
  };

  if (!asked(location.hash).query && examples.length > 0) {
    history.replaceState(null, '', examples[0].hash);
    first = location.hash;
  }
  opened = location.hash;
  render();
  mark();
  window.addEventListener('hashchange', open);

  // What GraphiQL leaves out: names for its text areas, for screen readers, and a way to scroll.
  var names = [
    ['.graphiql-query-editor', 'GraphQL'],
    ['.graphiql-editor-tool', 'Variables and headers'],
    ['.result-window', 'Answer'],
  ];
  new MutationObserver(function () {
    names.forEach(function (pair) {
      root.querySelectorAll(pair[0] + ' textarea:not([aria-label])').forEach(function (area) {
        area.setAttribute('aria-label', pair[1]);
      });
    });
    // A long answer must be scrollable without a mouse.
    root.querySelectorAll('.CodeMirror-scroll[tabindex="-1"]').forEach(function (area) {
      area.setAttribute('tabindex', '0');
    });
  }).observe(root, { childList: true, subtree: true });
})();
