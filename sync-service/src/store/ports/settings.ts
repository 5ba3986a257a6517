/** Small facts the service remembers: the org it is bound to, when something last ran. */
export interface SettingStore {
  setting(name: string): Promise<string | undefined>;
  setSetting(name: string, value: string): Promise<void>;
}
