import type { DemoPerson } from '../demo-people.js';
import { escapeHtml } from '../html.js';

/** What the explorer asks first: it answers something for everybody who is signed in. */
export const exampleQueries = `# 1. Choose above whom to be. (Chọn người ở thanh trên.)
# 2. Run: Ctrl-Enter, or the button. (Rồi chạy truy vấn.)
# Every field is described under Docs, top left.

query Me {
  me { id name roles agency }
}

query Inbox {
  inboxCounts { mine team unassigned overdue }
  taskInbox(tab: TEAM, first: 10) {
    edges {
      node { code kind stage dueAt dossierId taskId }
    }
  }
}

query Dossiers {
  dossiers(first: 10) {
    edges {
      node { id code stage version applicant { name } }
    }
  }
}

query Register {
  licenceRegister(first: 10) {
    edges {
      node { text licence { expiresOn nextReminderOn } }
    }
  }
}
`;

const style = `
  #sign-in { display: flex; gap: 1rem; align-items: center; box-sizing: border-box; height: 2.75rem; padding: 0 1rem;
    font: 1rem/1.2 system-ui, sans-serif; color: #1b1b1b; background: #eef4fb; border-bottom: 1px solid #1a5fb4 }
  #sign-in select { font: inherit; padding: .25rem; max-width: 30rem }
  body { overflow: hidden }
  #root, #root .graphiql-container { height: calc(100vh - 2.75rem) }
`;

/**
 * Every request of the page to its own server carries the chosen person's token, unless one is written under "Headers".
 * The choice lives as long as the browser's tab.
 */
const script = `
  const choice = document.querySelector('#sign-in select');
  const said = document.querySelector('#sign-in output');
  const ask = window.fetch.bind(window);
  const tokens = new Map();
  choice.value = sessionStorage.getItem('hoso-person') ?? '';
  choice.addEventListener('change', () => sessionStorage.setItem('hoso-person', choice.value));
  async function tokenOf(person) {
    const body = new URLSearchParams({ grant_type: 'urn:hoso:demo-person', client_id: 'hoso-cli', person });
    const answer = await ask('/oidc/token', { method: 'POST', body });
    if (answer.ok) return (await answer.json()).access_token;
    said.textContent = 'Không đăng nhập được · The sign-in failed';
    return undefined;
  }
  window.fetch = async (address, init = {}) => {
    const headers = new Headers(init.headers);
    const person = choice.value;
    if (person !== '' && !headers.has('authorization') && new URL(address, location.href).origin === location.origin) {
      if (!tokens.has(person)) tokens.set(person, await tokenOf(person));
      if (tokens.get(person)) headers.set('authorization', 'Bearer ' + tokens.get(person));
    }
    return ask(address, { ...init, headers });
  };
`;

/** A bar above the explorer: whom to be. Without demo people it says where a token is written instead. */
export function signInBar(people: readonly DemoPerson[]): string {
  if (people.length === 0) {
    const hint = '{ "authorization": "Bearer …" }';
    return `<style>${style}</style><div id="sign-in">Đăng nhập · Sign in: “Headers” → <code>${escapeHtml(hint)}</code></div>`;
  }
  const options = people.map(
    ({ id, name, title }) =>
      `<option value="${escapeHtml(id)}">${escapeHtml(`${name} – ${title.vi} · ${title.en}`)}</option>`,
  );
  return `<style>${style}</style>
<div id="sign-in">
  <label>Đăng nhập · Sign in as <select><option value="">chưa ai · nobody</option>${options.join('')}</select></label>
  <output role="status"></output>
</div>
<script>${script}</script>`;
}
