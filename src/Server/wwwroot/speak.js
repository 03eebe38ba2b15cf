// Reads a part of the page aloud, on devices that can; where they cannot, nothing is added.
const voice = window.speechSynthesis;

function words(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll('rt, rp, button, script').forEach((mark) => mark.remove());
  return copy.innerText.replace(/\s+/g, ' ').trim();
}

function offer(part) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet speak';
  const say = (speaks) => {
    button.textContent = speaks ? '読み上げを止める' : 'ここを読み上げる';
    button.setAttribute('aria-pressed', String(speaks));
  };
  say(false);
  button.addEventListener('click', () => {
    const speaks = button.getAttribute('aria-pressed') === 'true';
    voice.cancel();
    document.querySelectorAll('.speak').forEach((other) => { other.textContent = 'ここを読み上げる'; other.setAttribute('aria-pressed', 'false'); });
    if (speaks) {
      return;
    }
    const said = new SpeechSynthesisUtterance(words(part));
    said.lang = 'ja-JP';
    said.rate = 0.9;
    said.onend = () => say(false);
    say(true);
    voice.speak(said);
  });
  part.prepend(button);
}

if (voice) {
  document.querySelectorAll('[data-speak]').forEach(offer);
  window.addEventListener('pagehide', () => voice.cancel());
}
