/** Who sits here, as far as the server has to know. */
import { onUnknown, session as asked, signIn as send, signOut as leave, type Session } from './api';

/** `login`: somebody has to say who it is; an empty name: nobody has. */
export const session = $state<Session & { known: boolean }>({
  known: false,
  login: false,
  name: '',
  role: '',
});

function take(told: Session): void {
  Object.assign(session, told, { known: true });
}

export async function startSession(): Promise<void> {
  // A session that ends under an open page is asked for again; what was typed stays.
  onUnknown(() => Object.assign(session, { name: '', role: '' }));
  take(await asked());
}

export async function signIn(name: string, password: string): Promise<void> {
  take(await send(name, password));
}

export async function signOut(): Promise<void> {
  await leave();
  location.reload(); // Nothing that was read stays in the page.
}
