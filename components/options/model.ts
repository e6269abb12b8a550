/** What the options page shows and does; the door fills it in. */
import type { BackupFault } from '../../platform/backup.ts';
import type { Mutable, SettingKey, Settings } from '../../platform/settings-values.ts';
import type { Shortcut } from '../../platform/shortcuts.ts';
import type { SiteFault } from '../../platform/site-name.ts';
import type { Area } from '../../platform/stored.ts';
import type { PaintSample } from './Sample.tsx';

export interface Access {
  everywhere: boolean;
  /** With all that is below them. */
  hosts: string[];
}

export interface OptionsState {
  settings: Settings;
  access: Access;
  /** The browser would not sync, so some settings are on this device only. */
  isOnlyHere: boolean;
  /** Settings that were reset because they could not be read. */
  notice: SettingKey[];
  /** The last change could not be stored. */
  isRefused: boolean;
  /** Kept on this device alone: it goes neither with what is synchronised nor into a back-up. */
  isJournalOn: boolean;
  shortcuts: Shortcut[];
  /** How a name, or the statement of a claim, reads that is not marked. */
  nameOfMuted(what: Mutable): string;
  /** Characters in each area. */
  stored: Record<Area, number>;
}

export interface OptionsActions {
  change(change: (settings: Settings) => Settings): void;
  /** Must be called within a click. */
  allowSite(input: string): SiteFault | 'suffix' | Promise<SiteFault | 'refused' | null>;
  withdraw(host: string): void;
  keepOff(input: string): SiteFault | Promise<SiteFault | 'full' | null>;
  switchOn(host: string): void;
  /** Must be called within a click. */
  allowEverywhere(): void;
  withdrawEverywhere(): void;
  closeNotice(): void;
  openShortcuts(): Promise<boolean>;
  switchJournal(on: boolean): void;
  saveBackup(): void;
  readBackup(
    file: File,
  ): Promise<{ backup: { settings: Settings; access: Access } } | { fault: BackupFault; place: string }>;
  /** Must be called within a click: it asks for the access that the file names. Answers with the way back. */
  restore(backup: { settings: Settings; access: Access }): Promise<() => void>;
  erase(): Promise<void>;
  /** Paints a sample of running text as a page would be marked. */
  paintSample: PaintSample;
}
