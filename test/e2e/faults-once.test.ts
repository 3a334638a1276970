import { testFaults } from "./faults.ts";

testFaults("once");
