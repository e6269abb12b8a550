/**
 * Custom elements that the page's script has not defined yet. When it does, they may get a shadow tree, and no observer tells of that;
 * so they are looked at again whenever something else changes, as the arrival of a script does.
 */
export interface Upgrades {
  await(element: Element): void;
  /** Those that have a shadow tree now. */
  takeNewHosts(): Element[];
}

const mostAwaited = 500;

export function createUpgrades(): Upgrades {
  const awaited = new Set<Element>();
  return {
    await(element) {
      if (awaited.size < mostAwaited && !element.matches(':defined')) awaited.add(element);
    },
    takeNewHosts() {
      const hosts: Element[] = [];
      for (const element of awaited) {
        if (element.isConnected && !element.matches(':defined')) continue;
        awaited.delete(element);
        if (element.isConnected && element.shadowRoot) hosts.push(element);
      }
      return hosts;
    },
  };
}
