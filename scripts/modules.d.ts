// Scripts are plain JavaScript, since `npm start` runs before anything is installed; tests may use them.
declare module '*.mjs'
