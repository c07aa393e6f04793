package com.example.ops.page;

/** What a browser is asked about a page, so that everybody can read and fill it in. */
final class Contrast {

    /** The lowest ratio between a text and what is behind it, as WCAG 2 reckons it. */
    static final String LOWEST = """
            (() => {
              const parts = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => parts(colour).slice(0, 3)
                  .map(part => part / 255)
                  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = element => {
                for (let at = element; at; at = at.parentElement) {
                  const colour = getComputedStyle(at).backgroundColor;
                  if (parts(colour).length < 4 || parts(colour)[3] > 0) return colour;
                }
                return 'rgb(255, 255, 255)';
              };
              const ratio = element => {
                const pair = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
                return (pair[0] + 0.05) / (pair[1] + 0.05);
              };
              return Math.min(...[...document.body.querySelectorAll('*')]
                  .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                  .map(ratio));
            })()""";

    /** The names of fields that no label speaks of, and of pages without exactly one first heading. */
    static final String UNNAMED = """
            [...document.querySelectorAll('input:not([type=hidden]), textarea, select')]
                .filter(field => field.labels.length === 0)
                .map(field => field.name)
                .concat(document.querySelectorAll('h1').length === 1 ? [] : ['h1'])
                .join(' ')""";

    private Contrast() {}
}
