// Starts GraphiQL and keeps it and the address in step: the question stands behind the #, so that
// an example is a plain link, and what has been typed can be sent to others as one.
(function () {
  'use strict';

  var root = document.getElementById('graphiql');
  var examples = Array.from(document.querySelectorAll('.examples a'));

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

  function remember(query) {
    var hash = '#query=' + encodeURIComponent(query || '');
    var variables = asked(location.hash).variables;
    if (variables) {
      hash += '&variables=' + encodeURIComponent(variables);
    }
    history.replaceState(null, '', hash);
    mark();
  }

  // Shows nothing: it is the one place from which GraphiQL lets the page reach its editors.
  function AddressBar() {
    var editors = GraphiQL.React.useEditorContext({ nonNull: true });
    // For what is taken away: the question as it stands in the editor now.
    root.question = function () {
      var variables = editors.variableEditor ? editors.variableEditor.getValue().trim() : '';
      return {
        query: editors.queryEditor ? editors.queryEditor.getValue() : '',
        variables: variables ? JSON.parse(variables) : {},
        operationName: (editors.queryEditor && editors.queryEditor.operationName) || null,
      };
    };
    React.useEffect(function () {
      function open() {
        var given = asked(location.hash);
        if (given.query && editors.queryEditor && given.query !== editors.queryEditor.getValue()) {
          editors.queryEditor.setValue(given.query);
          // Else the name of the last operation is sent until GraphiQL has read the new document.
          editors.queryEditor.operationName = null;
          if (editors.variableEditor) {
            editors.variableEditor.setValue(given.variables);
          }
        }
        mark();
      }
      window.addEventListener('hashchange', open);
      // An example that was chosen before the editor was there is opened now.
      open();
      return function () {
        window.removeEventListener('hashchange', open);
      };
    }, [editors.queryEditor, editors.variableEditor]);
    return null;
  }

  if (!asked(location.hash).query && examples.length > 0) {
    history.replaceState(null, '', examples[0].hash);
  }
  var first = asked(location.hash);
  ReactDOM.createRoot(root).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: root.dataset.endpoint }),
      query: first.query,
      variables: first.variables,
      onEditQuery: remember,
      shouldPersistHeaders: false,
      toolbar: { additionalComponent: AddressBar },
    }),
  );
  mark();

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
