document.addEventListener('DOMContentLoaded', () => {
  const slides = [...document.querySelectorAll('.slide')];
  const number = document.querySelector('.pages output');
  let at = 0, start = null;

  function show(next) {
    at = Math.min(Math.max(next, 0), slides.length - 1);
    slides.forEach((slide, index) => slide.classList.toggle('current', index === at));
    number.textContent = `${at + 1} / ${slides.length}`;
    slides[at].focus({ preventScroll: true });
    history.replaceState(null, '', '#slide-' + (at + 1));
  }

  const steps = { ArrowRight: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  const usesKeys = target => target.closest('summary, button, a, input, [contenteditable]');
  addEventListener('keydown', event => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || (event.key === ' ' && usesKeys(event.target))) return;
    event.preventDefault();
    show(at + step);
  });
  document.querySelectorAll('.pages button').forEach(button => button.addEventListener('click', () => show(at + Number(button.dataset.step))));

  // A finger that moves across turns the page; one that moves down, or within something that scrolls sideways, does not.
  addEventListener('touchstart', event => {
    const scrolls = [...event.composedPath()].some(place => place.scrollWidth > place.clientWidth + 1 && place.matches?.('pre, .shown, table, .dw-table'));
    start = event.touches.length === 1 && !scrolls ? event.touches[0] : null;
  }, { passive: true });
  addEventListener('touchend', event => {
    if (!start) return;
    const [across, down] = [event.changedTouches[0].clientX - start.clientX, event.changedTouches[0].clientY - start.clientY];
    if (Math.abs(across) > 60 && Math.abs(across) > 2 * Math.abs(down)) show(at - Math.sign(across));
  }, { passive: true });

  document.body.classList.add('ready');
  show(Number(location.hash.replace('#slide-', '')) - 1 || 0);
});
