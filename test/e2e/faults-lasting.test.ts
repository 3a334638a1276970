import { testFaults } from "./faults.ts";

testFaults("for good");
