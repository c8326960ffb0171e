#!/usr/bin/env python3
"""What the panels of the dashboard show, drawn without Grafana: each expression is asked of a
Prometheus, and its values become a page of small charts. Fails if one of them is no expression.

    panels.py --prometheus http://localhost:9090 --to panels.html [--minutes 10]
"""
import argparse
import html
import json
import pathlib
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

DASHBOARD = pathlib.Path(__file__).parents[1] / 'deploy/grafana/stadtstand.json'
WIDTH, HEIGHT = 360, 120
COLOURS = ['#0b4f6c', '#a22c12', '#7a4f00', '#5b37a0', '#0c6150', '#565f63']


def asked(prometheus, expression, minutes):
    """The series of an expression, each with its labels and its values by time."""
    end = time.time()
    query = urllib.parse.urlencode({
        'query': expression.replace('$instance', '.*'),
        'start': end - minutes * 60, 'end': end, 'step': max(1, minutes / 4),
    })
    with urllib.request.urlopen(f'{prometheus}/api/v1/query_range?{query}') as response:
        return json.load(response)['data']['result']


def values(series):
    return [(at, float(value)) for at, value in series['values'] if value not in ('NaN', '+Inf')]


def drawn(all_series):
    """Lines from zero, over the whole time that was asked for."""
    points = [point for series in all_series for point in values(series)]
    if not points:
        return '<p>no value</p>'
    first, last = min(at for at, _ in points), max(at for at, _ in points)
    most = max(value for _, value in points) or 1
    lines = []
    for number, series in enumerate(all_series):
        path = ' '.join(
            f'{(at - first) / max(1, last - first) * WIDTH:.1f},{HEIGHT - value / most * HEIGHT:.1f}'
            for at, value in values(series))
        colour = COLOURS[number % len(COLOURS)]
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
    names = ''.join(
        f'<li style="color:{COLOURS[number % len(COLOURS)]}">'
        f'{html.escape(", ".join(series["metric"].values()) or "all")}: {values(series)[-1][1]:.4g}</li>'
        for number, series in enumerate(all_series[:6]) if values(series))
    return (f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}">{"".join(lines)}</svg>'
            f'<p>at most {most:.4g}</p><ul>{names}</ul>')


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--prometheus', default='http://localhost:9090')
    options.add_argument('--to', default='panels.html')
    options.add_argument('--minutes', type=float, default=10)
    given = options.parse_args()
    cards, refused, silent = [], [], []
    for panel in json.loads(DASHBOARD.read_text())['panels']:
        found = []
        for target in panel.get('targets', []):
            try:
                found += asked(given.prometheus, target['expr'], given.minutes)
            except urllib.error.HTTPError as refusal:
                refused.append(f'{panel["title"]}: {refusal.read().decode()}')
        if panel['type'] != 'row':
            if not any(values(series) for series in found):
                silent.append(panel['title'])
            cards.append(f'<section><h2>{html.escape(panel["title"])}</h2>{drawn(found)}</section>')
    pathlib.Path(given.to).write_text(
        '<!doctype html><meta charset="utf-8"><style>body{font:13px sans-serif;display:grid;'
        'grid-template-columns:repeat(3,380px);gap:12px}ul{margin:0;padding-left:1em}p{margin:0}'
        'h2{font-size:14px}svg{background:#f4f1ea}</style>' + ''.join(cards))
    print(f'{len(cards)} panels; without a value: {", ".join(silent) or "none"}')
    for refusal in refused:
        print(refusal, file=sys.stderr)
    sys.exit(1 if refused or not cards else 0)


main()
