import { hostileLists } from "../../../builders/hostile-texts.ts";
import { testHostile } from "./hostile.ts";

testHostile(hostileLists.filter((list) => list.startsWith("xss-")));
