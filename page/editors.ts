/** Whether text is being written rather than read: no mark goes there. */
import { closest } from './nodes.ts';

/** Editors that draw themselves what is typed into a field out of sight. None of them says so in a way that all share. */
const drawnEditors = '.ace_editor, .monaco-editor, .CodeMirror, .cm-editor';
const fields = '[role~="textbox" i], [role~="searchbox" i], [role~="combobox" i], [role~="code" i]';

/** For the element that holds the text. Reads styles. */
export function isEditor(element: Element): boolean {
  if (closest(element, (at) => isEditable(at) || Element.prototype.matches.call(at, `${drawnEditors}, ${fields}`)))
    return true;
  // Inherited; browsers that do not know it answer nothing
  const modify = getComputedStyle(element).getPropertyValue('-webkit-user-modify');
  return modify !== '' && modify !== 'read-only';
}

function isEditable(element: Element): boolean {
  const value = Element.prototype.getAttribute.call(element, 'contenteditable');
  return value !== null && value !== 'false';
}
