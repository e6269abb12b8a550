/** The panel's end of the port by which it learns what of a page is in view. */
import { browser, type Runtime } from './browser.ts';
import { isCount, isList } from './guards.ts';
import { mostInView, VIEW_PORT } from './view-telling.ts';

export interface ViewWatch {
  /** Listens to these frames of the tab, and to no others any more. */
  follow(tabId: number, frameIds: readonly number[]): void;
  stop(): void;
}

/** Calls back with the places in view of a frame each time they have changed, and with none once the frame is gone or no longer followed. */
export function watchView(onChange: (frameId: number, places: number[]) => void): ViewWatch {
  const ports = new Map<string, { port: Runtime.Port; frameId: number }>();

  function open(key: string, tabId: number, frameId: number) {
    const port = browser.tabs.connect(tabId, { name: VIEW_PORT, frameId });
    ports.set(key, { port, frameId });
    port.onMessage.addListener((told: unknown) => {
      if (ports.get(key)?.port === port && isList(told, isCount, mostInView)) onChange(frameId, told);
    });
    port.onDisconnect.addListener(() => ports.get(key)?.port === port && forget(key));
  }

  function forget(key: string) {
    const { frameId } = ports.get(key)!;
    ports.delete(key);
    onChange(frameId, []);
  }

  function close(key: string) {
    const { port } = ports.get(key)!;
    forget(key);
    port.disconnect();
  }

  return {
    follow(tabId, frameIds) {
      const wanted = new Map(frameIds.map((frameId) => [`${tabId} ${frameId}`, frameId]));
      for (const key of ports.keys()) if (!wanted.has(key)) close(key);
      for (const [key, frameId] of wanted) if (!ports.has(key)) open(key, tabId, frameId);
    },
    stop() {
      for (const key of ports.keys()) close(key);
    },
  };
}
