declare module 'vitest' {
  /** What the global set-up hands to every test file. */
  interface ProvidedContext {
    /** Address of the server in vitest's main process that starts backends on demand. */
    readonly backends: string;
  }
}

/** What the server in the main process says of a backend: where it is, or why it cannot be had. An optional one may be missing everywhere. */
export type BackendAnswer =
  | { readonly available: true; readonly address: string }
  | { readonly available: false; readonly reason: string; readonly optional?: boolean };

/** The backends that tests share. */
export const backendNames = ['kafka', 'postgres', 'kafka-container', 'postgres-container'] as const;
export type BackendName = (typeof backendNames)[number];
