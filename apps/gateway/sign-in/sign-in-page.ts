import type { DemoPerson } from '../demo-people.js';
import { escapeHtml } from '../html.js';

/** A page without scripts: one button for every person one can be. */
export function signInPage(people: readonly DemoPerson[], address: string): string {
  const action = escapeHtml(address.split('?')[0] ?? '');
  const buttons = people.map((person) => button(person, action)).join('\n');
  const expired =
    people.length > 0
      ? ''
      : '<p role="alert">Phiên đăng nhập đã hết hạn. Hãy quay lại trang trước và thử lại.</p>';
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đăng nhập (bản trình diễn) – Hoso</title>
<style>
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b }
  button { font: inherit; display: block; width: 100%; text-align: left; margin: .5rem 0; padding: .75rem 1rem;
    background: #fff; border: 1px solid #595959; border-radius: .25rem; cursor: pointer }
  button:hover, button:focus-visible { background: #eef4fb; outline: 3px solid #1a5fb4 }
  small { display: block; color: #4a4a4a }
</style>
<main>
  <h1>Đăng nhập</h1>
  <p>Bản trình diễn: chọn một người để làm việc với vai trò của người đó. <span lang="en">Choose whom to be.</span></p>
  ${expired}
${buttons}
</main>
</html>
`;
}

function button({ id, name, title }: DemoPerson, action: string): string {
  const label = `${escapeHtml(name)}<small>${escapeHtml(title.vi)} · <span lang="en">${escapeHtml(title.en)}</span></small>`;
  return `<form method="post" action="${action}?person=${encodeURIComponent(id)}"><button>${label}</button></form>`;
}
