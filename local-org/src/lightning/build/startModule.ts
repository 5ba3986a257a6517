/** The module with which every page starts. */
export const startModule = 'shell/start';
