declare module 'diagram-js-minimap' {
  const module: import("didi").ModuleDeclaration;
  export default module;
}
