import { fileURLToPath } from 'node:url'

/** The project's folder, which holds `rules/`, `kb/` and `openapi/`: one above `src/` and above `dist/`. */
export const root = fileURLToPath(new URL('..', import.meta.url))
