// Files that the bundler turns into modules.
declare module '*?raw' {
  const text: string
  export default text
}
declare module '*?url' {
  const url: string
  export default url
}
declare module '*?worker&inline' {
  const workerConstructor: new (options?: { name?: string }) => Worker
  export default workerConstructor
}
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css'
declare module '*.png' {
  const url: string
  export default url
}
