/** The module that loads the package's components into the sandbox. */
export const sandboxModule = '@local-org/sandbox';
