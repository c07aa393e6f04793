/** Takes each way out for telemetry away from a running shop, and looks at what its customers notice: nothing. */
package com.example.disturbed;
