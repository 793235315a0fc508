import type { Block, List, Showing, Wording } from '../document.ts';
import { columns, parts, type Part } from '../shown.ts';
import { inColumns } from '../lists.ts';
import { escaped } from './escape.ts';

/**
 * One block as HTML. Classes are those of the GOV.UK Design System, and `app-two-languages`, `app-number` and
 * `app-only-in` of ours; a heading of level 1 is an `h2`, since the title is the `h1`.
 */
export function blockHtml(block: Block, showing: Showing): string {
  switch (block.is) {
    case 'heading': {
      const element = `h${block.level + 1}`;
      return `<${element} class="govuk-heading-${block.level === 1 ? 'l' : block.level === 2 ? 'm' : 's'}">${numbered(block.number, inline(block.words, showing))}</${element}>`;
    }
    case 'paragraph':
      return beside(columns(block.words, showing), (part, first) => `<p class="govuk-body"${langOf(part)}>${numbered(first ? block.number : undefined, partHtml(part))}</p>`, block.number, showing);
    case 'note':
      return `<div class="govuk-inset-text" role="note">${beside(columns(block.words, showing), (part) => `<p class="govuk-body"${langOf(part)}>${partHtml(part)}</p>`, undefined, showing)}</div>`;
    case 'list':
      return inColumns(block, showing) && 'both' in showing && showing.both === 'side-by-side'
        ? `<div class="app-two-languages">${[0, 1].map((column) => `<div>${listHtml(block, showing, column)}</div>`).join('')}</div>`
        : listHtml(block, showing);
    case 'definitions':
      return `<dl class="govuk-summary-list">${block.rows.map(({ term, words }) => `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${inline(term, showing)}</dt><dd class="govuk-summary-list__value">${stacked(words, showing)}</dd></div>`).join('')}</dl>`;
    case 'table':
      return `<div class="app-wide" tabindex="0" role="region" aria-label="${escaped(textOf(block.caption, showing))}"><table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--s">${inline(block.caption, showing)}</caption><thead class="govuk-table__head"><tr class="govuk-table__row">${block.columns
        .map(({ head }) => `<th scope="col" class="govuk-table__header">${inline(head, showing)}</th>`)
        .join('')}</tr></thead><tbody class="govuk-table__body">${block.rows
        .map((row) => `<tr class="govuk-table__row">${row.map((cell) => `<td class="govuk-table__cell">${stacked(cell, showing)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;
    case 'page-break':
      return '<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible app-page-break">';
    default:
      return block satisfies never;
  }
}

/** The words of a heading, a caption or the like: languages one after the other in the same line. */
export const inline = (wording: Wording, showing: Showing): string =>
  parts(wording, showing).map((part) => (langOf(part) === '' ? partHtml(part) : `<span${langOf(part)}>${partHtml(part)}</span>`)).join(' / ');

const stacked = (wording: Wording, showing: Showing): string => {
  const all = parts(wording, showing);
  return all.length === 1 ? inline(wording, showing) : all.map((part) => `<div${langOf(part)}>${partHtml(part)}</div>`).join('');
};

/** Parts under one another, or in two columns where that is how they are shown. */
function beside(all: readonly Part[], draw: (part: Part, first: boolean) => string, number: string | undefined, showing: Showing): string {
  const inTwo = 'both' in showing && showing.both === 'side-by-side' && all.length === 2;
  const drawn = all.map((part, index) => draw(part, index === 0 || (inTwo && number !== undefined)));
  return inTwo ? `<div class="app-two-languages">${drawn.map((each) => `<div>${each}</div>`).join('')}</div>` : drawn.join('');
}

/** @param column which of two columns to write; without it, languages stand under one another in each item */
function listHtml({ ordered, items }: List, showing: Showing, column?: number): string {
  const element = ordered ? 'ol' : 'ul';
  const item = ({ words, inner }: List['items'][number]): string => {
    const all = columns(words, showing);
    const chosen = column === undefined ? all : all.slice(Math.min(column, all.length - 1)).slice(0, 1);
    return `<li>${chosen.map((part) => `<span${langOf(part)}>${partHtml(part)}</span>`).join('<br>')}${inner === undefined ? '' : listHtml(inner, showing, column)}</li>`;
  };
  return `<${element} class="govuk-list govuk-list--${ordered ? 'number' : 'bullet'}">${items.map(item).join('')}</${element}>`;
}

const numbered = (number: string | undefined, html: string): string => (number === undefined ? html : `<span class="app-number">${escaped(number)}</span> ${html}`);

const langOf = ({ lang, runs }: Part): string => (lang === undefined || runs.length === 0 ? '' : ` lang="${lang}"`);

function partHtml({ runs, mark }: Part): string {
  const said = runs.map(({ text, strong, emphasis, href }) => {
    let html = escaped(text).replace(/\n/g, '<br>');
    if (strong === true) html = `<strong>${html}</strong>`;
    if (emphasis === true) html = `<em>${html}</em>`;
    return href === undefined ? html : `<a class="govuk-link" href="${escaped(href)}">${html}</a>`;
  }).join('');
  return mark === undefined ? said : `${said}${said === '' ? '' : ' '}<em class="app-only-in" lang="${mark.lang}">(${mark.text})</em>`;
}

const textOf = (wording: Wording, showing: Showing): string => parts(wording, showing).map(({ runs }) => runs.map(({ text }) => text).join('')).join(' / ');
