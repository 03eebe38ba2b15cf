// Single keys of the inbox and of the work page. They only press what the page shows anyway.

/**
 * @param keys what each key does; a key without an act is left to the browser
 */
export function listen(keys) {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (isTyping(event.target)) {
      if (event.key === 'Escape') {
        event.target.blur();
      }
      return;
    }
    const act = event.key === '?' ? help : keys[event.key];
    if (act && act() !== false) {
      event.preventDefault();
    }
  });
}

function help() {
  const sheet = document.getElementById('keys');
  if (!sheet) {
    return false;
  }
  sheet.open = !sheet.open;
  if (sheet.open) {
    sheet.scrollIntoView({ block: 'nearest' });
    sheet.querySelector('summary').focus();
  }
  return true;
}

/** Whether a letter belongs into what has the focus. */
function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"])'));
}
