// Improves pages that work without it.

/** Date fields get a calendar beside the text. */
export function enhance(root) {
  for (const input of root.querySelectorAll('input[data-kind="date"]:not([readonly])')) {
    const picker = document.createElement('input');
    picker.type = 'date';
    picker.className = 'picker';
    picker.setAttribute('aria-label', `${input.labels?.[0]?.textContent?.trim() ?? '日付'}を暦から選ぶ`);
    picker.addEventListener('change', () => {
      if (picker.value) {
        const [year, month, day] = picker.value.split('-').map(Number);
        input.value = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', month: 'long', day: 'numeric' })
          .format(new Date(year, month - 1, day));
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    input.after(picker);
  }
}

document.documentElement.classList.add('with-script');
enhance(document);

// After a refusal the summary is read first.
document.getElementById('errors')?.focus();
