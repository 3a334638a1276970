/** The types that Handlebars has for its runtime are not at the path that Node finds it at. */
declare module "handlebars/runtime.js" {
  import type Handlebars from "handlebars";
  const runtime: Pick<typeof Handlebars, "SafeString" | "template">;
  export default runtime;
}
